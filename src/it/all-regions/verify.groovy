import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def regions = story.aws().calls('PublishLayerVersion')*.region()
    assert regions.size() == 30
    assert regions.toSet().size() == 30
    assert !regions.contains('sa-east-1')
    // Enabled, and not known to offer Lambda: named, and left alone.
    assert !regions.contains('xx-new-1')
    def log = story.log()
    assert log.contains('Left out, for this release does not know whether they offer Lambda: xx-new-1.')
    regions.each { region ->
        assert story.versions(region, 'all-regions')*.version() == [1L]
        assert story.versions(region, 'all-regions')[0].statements()*.sid() == ['organization-o-a1b2c3d4e5']
        def lambda = story.aws().calls().findAll { it.region() == region && it.operation().contains('Layer') }
        def second = lambda.subList(lambda.findLastIndexOf { it.operation() == 'ListLayerVersions' }, lambda.size())
        assert second*.operation() == ['ListLayerVersions', 'GetLayerVersion', 'GetLayerVersionPolicy']
    }
    assert story.aws().peakRate() < 15
    assert (log =~ /123456789012 +eu-west-1 +1 +published, granted 1 .*arn:aws:lambda:eu-west-1:123456789012:layer:all-regions:1/).find()
    assert (log =~ /123456789012 +eu-west-1 +1 +kept .*arn:aws:lambda:eu-west-1:123456789012:layer:all-regions:1/).find()
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers[0].targets.size() == 30
    assert published.layers[0].targets*.status.toSet() == ['kept'] as Set
}
return true
