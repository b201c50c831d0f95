import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    def builds = log.split(/(?m)^\[INFO\] Scanning for projects/).drop(1)
    def line = new File(basedir, 'pom.xml').readLines().findIndexOf { it.contains('<artifactId>aws-lambda-java-core') } + 1

    // A warning, with what was brought by which dependency; a note is only counted.
    assert builds[0].contains('[WARNING] [runtime-jar] ')
    assert !builds[0].contains('[script-mode]')
    assert !builds[0].contains('[WARNING] [unclear-license]')

    // The command line cannot take back what the POM says; the level is a property there.
    assert builds[1].contains('The layer lint is not built, for what was found in it (<failOn> is \'error\'):')
    assert builds[1].contains('- [runtime-jar] ')
    assert builds[2].contains('The layer lint is not built, for what was found in it (<failOn> is \'warning\'):')
    assert builds[3].contains("<failOn> is 'warnings': set it to error, warning or never.")

    // The first build's zip and descriptor are as they were.
    def descriptor = new JsonSlurper().parseText(story.text('target/lambda-layer/layer.json'))
    def zip = new File(basedir, 'target/lint-1.0.0-layer.zip')
    assert java.security.MessageDigest.getInstance('SHA-256').digest(zip.bytes).encodeBase64().toString() == descriptor.codeSha256
    assert zip.length() == descriptor.size

    // The documents tell of the third, which failed for a warning.
    def findings = new JsonSlurper().parseText(story.text('target/lambda-layer/findings.json'))
    assert findings.schemaVersion == 1
    assert findings.subjects.collect { [it.goal, it.name] } == [['package', 'lint']]
    def found = findings.subjects[0].findings.find { it.id == 'runtime-jar' }
    assert found.severity == 'warning'
    assert found.path == 'java/lib/aws-lambda-java-core-1.4.0.jar'
    assert found.origin == 'it.lint:lint:pom:1.0.0 -> com.amazonaws:aws-lambda-java-core:jar:1.4.0'
    assert found.file.endsWith('pom.xml')
    assert found.line == line
    assert !findings.subjects[0].findings.any { it.id == 'script-mode' }

    def run = new JsonSlurper().parseText(story.text('target/lambda-layer/findings.sarif')).runs[0]
    def result = run.results.find { it.ruleId == 'runtime-jar' }
    assert run.tool.driver.rules[result.ruleIndex].id == 'runtime-jar'
    assert result.level == 'warning'
    assert result.locations[0].physicalLocation.region.startLine == line
    assert !run.results.any { it.locations[0].physicalLocation.artifactLocation.uri.startsWith('/') }
}
return true
