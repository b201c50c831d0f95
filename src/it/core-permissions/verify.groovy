import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('<permissions> in the POM are [public], and the layer core-permissions was built with [account:111122223333]')
    assert log.contains('Publishing core-permissions with the permissions [account:444455556666] in place of [account:111122223333].')
    def versions = story.versions('eu-west-1', 'core-permissions')
    assert versions*.version() == [1L]
    // What the command line said, public, is beaten by the POM on every Maven.
    assert versions[0].statements()*.sid() == ['account-444455556666']
}
return true
