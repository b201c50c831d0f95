import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def staging = story.aws().versions('222233334444', 'eu-west-1', 'publish-file')
    def production = story.aws().versions('333344445555', 'us-east-1', 'renamed')
    assert staging*.version() == [1L]
    assert production*.version() == [4L, 3L]
    assert staging[0].zip() == production[0].zip()
    assert staging[0].zip() == new File(basedir, 'target/publish-file-1.0.0-layer.zip').bytes
    assert staging[0].licenseInfo() == 'MIT'
    assert staging[0].description() == 'publish-file 1.0.0'
    assert production[0].description() == 'promoted'
    assert story.log().contains("cannot be had")
    assert story.log().contains("The layer unreadable is not published, for what was found in it (<failOn> is 'error'):")
    assert story.log().contains('[unreadable-mode]')
    assert story.log().contains('data/secret.txt (mode 600)')
    assert story.aws().versions('333344445555', 'us-east-1', 'unreadable').isEmpty()
    assert new File(basedir, 'target/lambda-layer/findings.json').text.contains('"unreadable-mode"')
    assert story.log().contains("A layer that a JAR project builds has the classifier 'layer'")
}
return true
