return io.github.lambdalayer.it.Story.begin(basedir, context)
