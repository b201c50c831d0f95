import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('target/several-layers-1.0.0-jackson.zip') == ['jackson-annotations-2.19.2.jar', 'jackson-core-2.19.2.jar', 'jackson-databind-2.19.2.jar']
    assert story.jars('target/several-layers-1.0.0-own.zip') == ['several-layers-1.0.0.jar', 'slf4j-api-2.0.17.jar']
    assert story.versions('eu-west-1', 'jackson').size() == 1
    assert story.versions('eu-west-1', 'own').size() == 1
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers*.layerName == ['jackson', 'own']
    def log = story.log()
    assert log.contains('[jackson] arn:aws:lambda:eu-west-1:123456789012:layer:jackson:1')
    assert log.contains('[not unique] ${lambdaLayer.arn}')
}
return true
