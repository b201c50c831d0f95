import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    // The access key's id says whose account it is; that of the environment is another one.
    ['eu-west-1', 'us-east-1'].each { region ->
        assert story.aws().versions('999988887777', region, 'core-server-credentials')*.version() == [1L]
        assert story.versions(region, 'core-server-credentials').isEmpty()
    }
    def log = story.log()
    assert log.contains("<serverId> is 'nobody', and Maven's settings have no <server> with that <id>; they have prod-aws.")
    def settings = story.text('server-settings.xml')
    def secrets = ['decryptedsecretaccesskey', 'decryptedsessiontoken', 'integrationtestmasterpassword']
    (settings =~ /\{([^}]+)\}/).each { secrets << it[1] }
    assert secrets.size() == 5
    secrets.each { secret ->
        assert !log.contains(secret) : "the log holds a secret or its encrypted form"
    }
}
return true
