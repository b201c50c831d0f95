import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def aws = story.aws()
    assert aws.versions('111122223333', 'eu-west-1', 'core-targets')*.version() == [1L]
    assert aws.versions('111122223333', 'us-east-1', 'core-targets')*.version() == [1L]
    assert aws.versions('444455556666', 'eu-west-1', 'core-targets')*.version() == [1L]
    assert aws.versions('444455556666', 'us-east-1', 'core-targets').isEmpty()
    assert story.versions('eu-west-1', 'core-targets').isEmpty()
    assert aws.calls('PublishLayerVersion').size() == 3
    assert aws.calls('AssumeRole')*.query()*.RoleSessionName.toSet() == ['lambda-layer-maven-plugin', 'ci'] as Set
    def log = story.log()
    assert (log =~ /444455556666 +eu-west-1 +1 +published, granted 1/).find()
    // What stands in the POM beats the command line, on every Maven.
    assert (log =~ /444455556666 +eu-west-1 +1 +kept/).find()
    // All at once, before anything is published.
    assert log.contains("<roleArn> is 'arn:aws:iam::444455556666:role/denied', and it cannot be assumed")
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers[0].targets*.account == ['111122223333', '111122223333', '444455556666']
    assert published.layers[0].targets*.identity.toSet().size() == 2
    assert published.layers[0].targets*.status == ['not-tried', 'not-tried', 'failed']
}
return true
