// Not from version control, which would make its line ends its own.
new File(basedir, 'README.md').text = 'Layers.\r\n\r\n<!-- lambda-layer:arns -->\r\n<!-- /lambda-layer:arns -->\r\n'
return io.github.lambdalayer.it.Story.begin(basedir, context)
