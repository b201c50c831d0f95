import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('target/split-layers-1.0.0-own.zip') == ['split-layers-1.0.0.jar']
    assert story.jars('target/split-layers-1.0.0-agent.zip') == ['slf4j-api-2.0.17.jar']
    assert story.jars('target/split-layers-1.0.0-third-party.zip') == ['jackson-annotations-2.19.2.jar', 'jackson-core-2.19.2.jar', 'jackson-databind-2.19.2.jar']
    ['split-own', 'split-agent', 'split-third-party'].each { assert story.versions('eu-west-1', it).size() == 1 }
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers*.layerName as Set == ['split-own', 'split-agent', 'split-third-party'] as Set
    def log = story.log()
    assert log.contains('[third-party] arn:aws:lambda:eu-west-1:123456789012:layer:split-third-party:1')
    assert log.contains('[not unique] ${lambdaLayer.arn}')
    // Both in the one build that was neither allowed to do so nor of one layer alone.
    assert log.count('org.slf4j:slf4j-api:jar:2.0.17 in split-agent (execution agent) and split-third-party (execution third-party)') == 1
    assert log.count('These dependencies are in none of this module') == 1
    assert log =~ /(?m)^(\[ERROR\] )?  com\.fasterxml\.jackson\.core:jackson-core:jar:2\.19\.2$/
}
return true
