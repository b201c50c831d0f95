import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('distributionManagement')
    assert log.contains('Allow the action lambda:PublishLayerVersion')
    assert log =~ /go on from here, without building again, with: mvn lambda-layer:publish@default .*-DlambdaLayer\.endpoint=/
    assert log.contains('Published arn:aws:lambda:eu-west-1:123456789012:layer:resume:1')
    def versions = story.versions('eu-west-1', 'resume')
    assert versions*.version() == [1L]
    assert versions[0].statements()*.sid() == ['public']
    assert log.count(':package (default)') == 1
}
return true
