import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('No template for StackSets: they make versions from a <bucket>.')
    assert log.contains("<templateContent> is 'published', and no version of the layer shared-libraries with this content is known")
    assert log.contains("<templateFormats> has 'stacksets', and <templateContent> is 'file'")

    def templates = 'target/lambda-layer/templates'
    def sam = story.text("$templates/shared-libraries.sam.yaml")
    assert sam.contains('ContentUri: "../../shared-libraries-1.0.0-layer.zip"')
    assert sam.contains('Principal: "111122223333"')
    assert !sam.contains(basedir.path)
    assert story.text("$templates/cdk/it/template/SharedLibrariesLayer.java").contains('package it.template;')

    def digest = java.security.MessageDigest.getInstance('SHA-256').digest(new File(basedir, 'target/shared-libraries-1.0.0-layer.zip').bytes).encodeHex().toString()
    def stackSets = story.text("$templates/shared-libraries.stacksets.yaml")
    assert stackSets.contains("S3Key: \"lambda-layers/shared-libraries/${digest}.zip\"")
    assert stackSets.contains('S3Bucket: !Sub "my-layers-${AWS::Region}"')
    assert stackSets.contains('Default: "eu-west-1,us-east-1"')
    assert stackSets.contains('Default: ou-abcd-11111111')

    // What the template goal by itself had written, and deploy does not.
    def written = ['shared-libraries.cloudformation.yaml', 'cdk/it/other/SharedLibrariesLayer.java']
    written.each { name ->
        assert log.contains("Template: ${new File(basedir, "$templates/$name")}")
        assert log.contains("Removed, for this build does not write it: ${new File(basedir, "$templates/$name")}")
        assert !new File(basedir, "$templates/$name").exists()
    }
    assert !new File(basedir, "$templates/cdk/it/other").exists()

    // The package phase has run once more since.
    def terraform = story.text("$templates/shared-libraries.tf")
    assert terraform.contains('"us-east-1" = "arn:aws:lambda:us-east-1:123456789012:layer:shared-libraries:1"')
    // None but publishing has asked AWS for anything.
    assert story.aws().calls('PublishLayerVersion').size() == 2
}
return true
