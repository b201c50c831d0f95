import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('layer/target/shared-libraries-1.0.0-SNAPSHOT.zip') == ['jackson-annotations-2.19.2.jar', 'jackson-core-2.19.2.jar', 'jackson-databind-2.19.2.jar']
    assert new File(basedir, 'layer/pom.xml').readLines().size() <= 25
    // Nothing was published, for nothing was deployed.
    assert story.versions('eu-west-1', 'shared-libraries').isEmpty()

    def shaded = story.modes('function-shade/target/function-shade-1.0.0-SNAPSHOT.jar').keySet()
    assert shaded.contains('it/Handler.class')
    assert shaded.contains('org/slf4j/Logger.class')
    assert shaded.every { !it.startsWith('com/') && !it.contains('jackson') }

    def zip = story.modes('function-assembly/target/function-assembly-1.0.0-SNAPSHOT-function.zip').keySet()
    assert zip.findAll { !it.endsWith('/') } == ['it/Handler.class', 'lib/slf4j-api-2.0.17.jar'] as Set

    def log = story.log()
    assert log.contains('Tests run: 1, Failures: 0, Errors: 0')
    ['function-shade', 'function-assembly'].each { function ->
        assert log.contains("Compared the 5 artifacts of ${function} with 3 of layer shared-libraries (it.function:shared-libraries:1.0.0-SNAPSHOT): they fit.")
    }
    def layers = new JsonSlurper().parseText(story.text('layer/target/lambda-layer/lambda-layers.json'))
    assert layers.schemaVersion == 1
    assert layers.layers*.classifier == ['layer']
    assert layers.layers[0].content.artifacts*.artifactId == ['jackson-annotations', 'jackson-core', 'jackson-databind']
}
return true
