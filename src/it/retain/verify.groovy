import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.versions('eu-west-1', 'retained')*.version() == [7L, 6L, 5L, 2L]
    assert story.versions('us-east-1', 'retained')*.version() == [7L, 6L, 5L]
    assert story.aws().calls('PublishLayerVersion').size() == 2
    def log = story.log()
    assert log.contains('retained in eu-west-1 of 123456789012: deleted 1, 3-4')
    def failure = log.indexOf('All was published, see above. Older versions are still there')
    assert failure > log.indexOf('arn:aws:lambda:us-east-1:123456789012:layer:retained:7')
    assert log.contains('retained in us-east-1 of 123456789012, after 0 of 4 versions: ')
    assert log.contains('retained in us-east-1 of 123456789012: deleted 1-4')
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers[0].targets*.status == ['kept', 'kept']
}
return true
