import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    [
        "<mappings> has 'it.map:misspelt', which matches no artifact that goes into the layer",
        "The artifacts are: [it.map:hostile:tar.gz:1.0]",
        "The dependency it.map:hostile:tar.gz:1.0 is no JAR",
        "<artifact>it.map:hostile:tar.gz</artifact>",
        "it.map:hostile:tar.gz:1.0 cannot be unpacked: its entry '../../escaped' has '..' in its name",
    ].each { message -> assert log.contains(message) }
    assert !story.exists('target/bad-mappings-1.0.0-layer.zip')
    assert !story.exists('target/lambda-layer/layer.json')
    assert !story.exists('target/lambda-layer/.work-layer')
    assert !story.exists('target/escaped') && !story.exists('escaped')
}
return true
