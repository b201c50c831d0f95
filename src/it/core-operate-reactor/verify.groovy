import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    [first: 'eu-west-1', second: 'us-east-1'].each { layer, region ->
        assert log.contains(layer + ' in ' + region + ' of 123456789012: 2 versions')
        assert story.versions(region, layer)*.version() == [2L]
        assert story.versions(region, layer)[0].statements().isEmpty()
    }
    assert story.aws().calls('AddLayerVersionPermission').size() == 2
    assert story.aws().calls('RemoveLayerVersionPermission').size() == 2
    assert story.aws().calls('DeleteLayerVersion').size() == 2
    assert log.contains('several have layers: first and second. Say which is meant with -pl :first')
    assert story.aws().calls('UpdateFunctionConfiguration').size() == 1
    assert log.contains('<versions> is \'9\', and no target has 9. first has 2')
    assert log.contains('<versions> is \'9\', and no target has 9. second has 2')
    assert log.contains('share failed in first and second, see above.')
    assert log.contains('second in us-east-1 of 123456789012: 1 to delete')
    assert !story.exists('plain/target/lambda-layer')
}
return true
