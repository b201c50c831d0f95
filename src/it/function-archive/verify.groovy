import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    def result = { module -> (log =~ /(?m)^\[INFO\] ${module} \.+ (SUCCESS|FAILURE)/)[0][1] }
    def findings = { module -> new JsonSlurper().parseText(story.text("${module}/target/lambda-layer/findings.json")).toString() }

    assert result('by-file') == 'SUCCESS'
    assert log.contains('Compared the 1 artifact of by-file with layer foreign (../foreign.zip), which tells of none: they fit.')
    assert log.contains('Compared their classes as on java21')
    // Its JAR is as thin as Maven makes it.
    assert log.contains('[INFO] by-file-1.0.0-SNAPSHOT.jar does not have the one run-time dependency of the function')
    assert findings('by-file').contains('unchecked')

    assert result('by-arn') == 'SUCCESS'
    assert log.contains('of by-arn with layer foreign (arn:aws:lambda:eu-west-1:123456789012:layer:foreign:1), which tells of none: they fit.')
    assert story.aws().calls('GetLayerVersionByArn').size() == 1
    assert log.contains("<layers> has 'arn:aws:lambda:eu-west-1:123456789012:layer:foreign:1', which has to be fetched from Lambda, and Maven is offline (-o).")

    assert result('too-large') == 'FAILURE'
    assert log.contains('[total-size] Function and layers have 280,000,000 bytes together when they are unzipped, 17,856,000 more than the 262,144,000 that Lambda allows:')
    assert log =~ /(?m)  150,000,000  large-function\.zip$/
    assert log =~ /(?m)  130,000,000  layer large-layer \(\.\.\/large-layer\.zip\)$/
    ['by-file', 'by-arn', 'too-large'].each { module ->
        assert new File(basedir, "${module}/target/lambda-layer").list().every { !it.startsWith('.work') }
    }
}
return true
