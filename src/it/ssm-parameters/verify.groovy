import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def aws = story.aws()
    def arn = { region, layer = 'ssm-parameters' -> "arn:aws:lambda:${region}:123456789012:layer:${layer}:1".toString() }
    ['eu-west-1', 'us-east-1'].each { region ->
        assert aws.parameters().in('123456789012', region) ==
                ['/layers/ssm-parameters/1': arn(region), '/layers/ssm-parameters/latest': arn(region),
                 '/production/promoted/1': arn(region, 'promoted'), '/production/promoted/latest': arn(region, 'promoted')]
    }
    // The third build, unchanged, writes nothing.
    assert aws.calls('PutParameter').size() == 8
    assert aws.calls('PutParameter').every { it.status() == 200 }
    def log = story.log()
    assert log.contains('publish, grant 1, write parameters 2')
    assert log.contains('to be written: /layers/ssm-parameters/latest, /layers/ssm-parameters/{version}')
    assert (log =~ /published, granted 1, parameters 2/).find()
    assert log.contains("<ssmParameter> is '/aws/layers': names that begin with 'aws' or 'ssm' are AWS's own.")
    def published = new groovy.json.JsonSlurper().parseText(story.text('target/lambda-layer/published.json'))
    assert published.layers.find { it.layerName == 'promoted' }.targets[0].writtenParameters ==
            ['/production/promoted/latest', '/production/promoted/1']
}
return true
