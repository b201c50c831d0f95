import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def calls = story.aws().calls()
    assert story.aws().calls('PublishLayerVersion').size() == 2
    // None before the first deployment.
    assert calls.findIndexOf { it.operation() == 'PublishLayerVersion' } > calls.findIndexOf { it.operation() == 'ListLayerVersions' }
    def log = story.log()
    assert (log =~ /123456789012 +eu-west-1 +- +publish, grant 1 +the layer has no version yet/).find()
    assert (log =~ /123456789012 +us-east-1 +1 +keep +it has the same content/).find()
    assert (log =~ /123456789012 +us-east-1 +1 +publish, grant 1 +the content differs from that of version 1/).find()
    assert log.contains('compared with version 1 in eu-west-1 of 123456789012, version 1 in us-east-1 of 123456789012:')
    assert log.contains('~ com.fasterxml.jackson.core:jackson-databind 2.19.1 -> 2.19.2')
    assert log.contains('<failOnChange> is set, and publishing would change what is live')
    def plan = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/plan.json'))
    assert plan.layers[0].targets*.action == ['publish', 'publish']
    assert plan.layers[0].targets[0].difference.changed*.name.contains('com.fasterxml.jackson.core:jackson-core')
    assert plan.layers[0].targets[0].grant == ['account:111122223333']
}
return true
