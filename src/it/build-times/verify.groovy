import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.count('<project.build.outputTimestamp> is not set') == 1
    assert log.count('build-times-1.0.0.jar carries the time of its build') == 1
    assert log.contains('Use maven-jar-plugin 3.2.0 or newer.')
}
return true
