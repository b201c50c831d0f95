import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def zip = 'target/core-layer-1.0.0-layer.zip'
    assert story.jars(zip) == ['core-layer-1.0.0.jar', 'jackson-annotations-2.19.2.jar', 'jackson-core-2.19.2.jar', 'jackson-databind-2.19.2.jar']
    def modes = story.modes(zip)
    assert modes['bin/tool'] == '755'
    assert modes['extensions/ext'] == '755'
    assert modes['wrapper'] == '755'
    assert modes['etc/settings.conf'] == '644'
    assert modes['java/lib/core-layer-1.0.0.jar'] == '644'
    assert modes['java/lib/'] == '755'
    assert modes.containsKey('META-INF/lambda-layer/core-layer.json')

    // Deployed to the Maven repository like any other artifact.
    def deployed = 'target/remote/it/core/layer/core-layer/1.0.0/core-layer-1.0.0-layer.zip'
    assert new File(basedir, deployed).bytes == new File(basedir, zip).bytes

    ['eu-west-1', 'us-east-1'].each { region ->
        def versions = story.versions(region, 'core-layer')
        // The second build changed nothing, the third one a dependency.
        assert versions*.version() == [2L, 1L]
        versions.each { version ->
            assert version.statements()*.sid().sort() == ['account-111122223333', 'account-444455556666', 'organization-o-a1b2c3d4e5', 'public']
            assert version.licenseInfo() == 'Apache-2.0'
            assert version.description() == 'core-layer 1.0.0'
            assert version.compatibleRuntimes() == ['java17', 'java17.al2023', 'java21', 'java25']
        }
        assert versions[0].zip() == new File(basedir, zip).bytes
    }
    assert story.aws().calls('PublishLayerVersion').size() == 4

    def log = story.log()
    assert (log =~ /123456789012 +eu-west-1 +1 +kept +.*arn:aws:lambda:eu-west-1:123456789012:layer:core-layer:1/).find()
    assert (log =~ /123456789012 +us-east-1 +2 +published, granted 4 +.*arn:aws:lambda:us-east-1:123456789012:layer:core-layer:2/).find()
    assert log.contains('core-layer, shared with account:111122223333')
    assert log.contains('etc/hook begins with #! and is not executable in the layer.')
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.schemaVersion == 1
    assert published.layers[0].targets*.version == [2, 2]
    assert story.text('target/lambda-layer/published.properties').contains('lambdaLayer.arn.eu-west-1=arn:aws:lambda:eu-west-1:123456789012:layer:core-layer:2\n')
}
return true
