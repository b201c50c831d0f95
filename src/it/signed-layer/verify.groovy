import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def aws = story.aws()
    ['eu-west-1', 'us-east-1'].each { region ->
        def versions = story.versions(region, 'signed-layer')
        assert versions*.version() == [2L, 1L]
        assert versions.every { it.signature().profileVersionArn().contains(':/signing-profiles/release/') }
        assert aws.s3().objects("layers-${region}").isEmpty()
    }
    ['eu-west-1', 'us-east-1'].each { region ->
        assert aws.functions().layers('123456789012', region, 'orders') == ["arn:aws:lambda:${region}:123456789012:layer:signed-layer:2".toString()]
    }
    // Once for each content and region; the second build and the plan start none.
    assert aws.signer().jobs().size() == 4
    assert aws.calls('PublishLayerVersion').size() == 4
    assert aws.calls('PutObject').size() == 2
    def log = story.log()
    assert (log =~ /Signing signed-layer in eu-west-1 of 123456789012 with release\/\w{10}/).find()
    assert (log =~ /123456789012 +us-east-1 +1 +keep +it has the same content/).find()
    assert log.contains("<signingProfile> is 'nobody', and in eu-west-1 of 123456789012 there is no such profile")
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    def target = published.layers[0].targets.find { it.region == 'us-east-1' }
    assert target.codeSha256 == story.versions('us-east-1', 'signed-layer')[0].codeSha256()
    assert target.builtSha256 != target.codeSha256
    assert target.signingJob.startsWith('arn:aws:signer:us-east-1:123456789012:/signing-jobs/')
}
return true
