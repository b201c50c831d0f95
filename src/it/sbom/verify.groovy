import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def json = { path -> new JsonSlurper().parseText(story.text(path)) }
    def inLayer = { module -> json("${module}/target/lambda-layer/lambda-layers.json").layers[0].content.artifacts.collect { "${it.groupId}:${it.artifactId}:${it.version}".toString() } as Set }
    def inBill = { module -> json("${module}/target/bom.json").components.collect { "${it.group}:${it.name}:${it.version}".toString() } as Set }
    def annotations = 'com.fasterxml.jackson.core:jackson-annotations:2.19.2'

    assert inLayer('plain').size() == 3
    assert inBill('plain') == inLayer('plain')
    // The project's own JAR is what the bill is about.
    assert json('own/target/bom.json').metadata.component.name == 'own'
    assert inBill('own') + 'it.sbom:own:1.0.0' == inLayer('own')
    // The bill knows nothing of the layer's filter: the documentation says so.
    assert inBill('filtered') - inLayer('filtered') == [annotations] as Set
}
return true
