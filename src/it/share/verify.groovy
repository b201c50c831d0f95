import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    ['eu-west-1', 'us-east-1'].each { region ->
        def grants = story.versions(region, 'shared').collectEntries { [it.version(), it.statements()*.sid().sort()] }
        assert grants[1L] == ['old-partner']
        assert grants[2L] == ['account-111122223333', 'organization-o-a1b2c3d4e5']
        assert grants[3L] == ['account-111122223333']
        assert grants[4L] == ['account-111122223333', 'account-444455556666']
    }
    def log = story.log()
    assert log.contains('shared in us-east-1 of 123456789012: 4 of 4 versions to change')
    assert log.contains('  2-4: grant account:111122223333, account:444455556666')
    assert log.contains('  1: grant account:444455556666')
    assert log.contains('Nothing was changed: this is a preview. To change the 8 versions above, run it again with -DlambdaLayer.yes')
    assert log.contains('shared in eu-west-1 of 123456789012: changed and read back 1-4')
    assert log.contains('  1, 3: take back account:444455556666 (statement account-444455556666)')
    assert log.contains('  2: take back account:444455556666 (statement account-444455556666); may still be let in by organization:o-a1b2c3d4e5')
    assert log.contains('<permissions> of shared still has [account:444455556666]')
    assert log.contains('set -DlambdaLayer.from=account:111122223333.')
    assert log.contains("<versions> is '77', and no target has 77. shared has 1-4: name some of these with -DlambdaLayer.versions.")
    assert log.contains('[WARNING] <from> has account:999988887777, and no statement of these versions grants just that.')
    assert log.contains('  2: not granted; may still be let in by organization:o-a1b2c3d4e5 (statement organization-o-a1b2c3d4e5)')
    assert log.contains('[WARNING] [account:999988887777] may still be let in by other grants')
    assert log.contains('of-others is no layer that this POM builds')
    assert story.aws().calls('AddLayerVersionPermission').size() == 2 * (2 * 3 + 1 + 1)
}
return true
