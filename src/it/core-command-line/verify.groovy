import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def zip = 'target/core-command-line-1.0.0-layer.zip'
    assert story.jars(zip) == ['jackson-databind-2.19.2.jar']
    assert story.modes(zip)['run'] == '755'
    assert story.modes(zip)['scripts/run'] == '755'
    ['eu-west-1', 'eu-central-1'].each { region ->
        def version = story.versions(region, 'from-the-shell')[0]
        assert version.version() == 1L
        assert version.compatibleRuntimes() == ['java17', 'java21']
        assert version.compatibleArchitectures() == ['x86_64', 'arm64']
        assert version.description() == 'told'
        assert version.licenseInfo() == 'MIT'
    }
    // What publish is told replaces what package wrote down; the last run was told nothing, in the region of AWS_REGION.
    assert story.versions('eu-central-1', 'from-the-shell')[0].statements()*.sid() == ['account-111122223333', 'organization-o-a1b2c3d4e5']
    assert story.versions('eu-west-1', 'from-the-shell')[0].statements()*.sid() == ['account-111122223333', 'organization-o-a1b2c3d4e5', 'public']
    // The second build installed the zip.
    assert story.exists('../../../local-repo/it/core/command/line/core-command-line/1.0.0/core-command-line-1.0.0-layer.zip')
    def log = story.log()
    ['444455556666', '777788889999'].each { account ->
        assert log.contains("Publishing from-the-shell with the permissions [account:${account}] in place of [")
    }
    assert log.contains('-DlambdaLayer.region is no parameter of this plugin and says nothing. Did you mean regions?')
    assert log.contains("<compatibleRuntimes> has 'java99', which this release does not know")
    assert log.contains('Left out by the filter: com.fasterxml.jackson.core:jackson-core:jar:2.19.2')
}
return true
