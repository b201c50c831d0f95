import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('function does not fit its layers')
    assert log.contains('[missing-class]')
    assert log.contains('org.slf4j.LoggerFactory') || log.contains('org/slf4j/LoggerFactory')
}
return true
