import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    assert log.contains('[INFO] Skipped.')
    assert log.count("[INFO] Report: ${new File(basedir, 'target/lambda-layer/report.html')}") == 2

    def page = story.text('target/lambda-layer/report.html')
    assert page.contains("default-src 'none'")
    assert !(page =~ /(?i)(src|href)\s*=\s*["']?(https?:)?\/\//).find()
    assert !page.contains(basedir.path)

    def data = new JsonSlurper().parseText((page =~ /id="data">(.*)<\/script>/)[0][1])
    assert data.layers*.name == ['base', 'tools']
    def (base, tools) = data.layers
    assert base.artifacts*.artifactId.contains('jackson-databind')
    def databind = base.jars.find { it.path.contains('jackson-databind') }
    assert databind.packages.any { it.name == 'com/fasterxml/jackson/databind/ser' && it.classes > 10 }
    assert tools.natives*.architecture == ['x86_64']
    def notes = tools.findings.find { it.path == 'java/lib/notes.txt' }
    assert notes.origin == 'file src/tools/java/lib/notes.txt'
    assert base.plan == null
}
return true
