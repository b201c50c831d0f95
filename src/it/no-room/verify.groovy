import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('more than the 262,144,000 that Lambda gives')
    assert log =~ /263,192,576  models\/model\.bin/
    assert log =~ /java\/lib\/slf4j-api-2\.0\.17\.jar  \(it\.no\.room:no-room:pom:1\.0\.0 -> org\.slf4j:slf4j-api:jar:2\.0\.17\)/
    assert log =~ /layer\.json cannot be written/
    assert log.contains('The layer is empty')
    assert new File(basedir, 'target').list().findAll { it.endsWith('.part') }.isEmpty()
}
return true
