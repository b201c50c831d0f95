import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('[INFO] seen in eu-west-1 of 123456789012: 2 versions')
    assert (log =~ /\[INFO\]    1  \d{4}-\d\d-\d\d +\d+ bytes  \S{12}  made with a console/).find()
    assert log.contains('[INFO]       granted to account:111122223333')
    assert log.contains('[INFO]       used by orders:1')
    assert log.contains('[INFO] seen in us-east-1 of 123456789012: 1 version')
    def told = new groovy.json.JsonSlurper().parseText(story.text('versions.json'))
    assert told.schemaVersion == 1
    assert told.layers*.layerName == ['seen']
    assert told.layers[0].targets*.region == ['eu-west-1', 'us-east-1']
    def newest = told.layers[0].targets[0].versions[0]
    assert newest.version == 2
    assert newest.codeSha256 == story.versions('eu-west-1', 'seen')[0].codeSha256()
    assert newest.description == 'seen 1.0.0'
    assert newest.permissions == ['account:111122223333']
    assert newest.users == ['orders']
    assert newest.release == 'it.versions:seen:1.0.0'
    assert newest.artifacts == ['com.fasterxml.jackson.core:jackson-core:2.19.1']
    assert told.layers[0].targets[0].versions[1].users == ['orders:1']
    assert told.layers[0].targets[0].versions[1].artifactsUnknown == 'its zip does not tell'
    def markdown = story.text('versions.md').readLines()
    assert markdown[0] == '## seen'
    assert markdown.size() == 6
    assert markdown[4].startsWith('| 123456789012 | eu-west-1 | 2 |')
    assert markdown[4].contains(' | ' + newest.codeSha256.take(12) + ' | seen 1.0.0 | it.versions:seen:1.0.0 | ')
    assert log.contains('versions needs the network, and Maven is offline (-o)')
    assert log.contains('1 of 2 targets could not be read:')
    assert log.contains('seen in ap-southeast-2 of 123456789012: ')
    assert story.aws().calls('PublishLayerVersion').size() == 2
}
return true
