import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def arn = { region -> "arn:aws:lambda:${region}:123456789012:layer:arns:1".toString() }
    assert story.log().contains("and that file does not say where the table of the layer arns goes")
    assert story.log().contains('<!-- lambda-layer:arns -->')
    // The first build has published nothing, so these are the only ones.
    assert story.versions('eu-west-1', 'arns')*.version() == [1L]
    assert story.aws().calls('PublishLayerVersion').size() == 4

    assert story.text('README.md') == 'Layers.\r\n\r\n<!-- lambda-layer:arns -->\r\n\r\n| Region | Version | ARN |\r\n|---|---|---|\r\n' +
        "| eu-west-1 | 1 | `${arn('eu-west-1')}` |\r\n| us-east-1 | 1 | `${arn('us-east-1')}` |\r\n\r\n<!-- /lambda-layer:arns -->\r\n"

    // A build writes none twice, and each is a step of its own here.
    def outputs = [:]
    story.text('github-output.txt').readLines().each { outputs[it.substring(0, it.indexOf('='))] = it.substring(it.indexOf('=') + 1) }
    assert story.text('github-output.txt').contains("lambdaLayer-arn-us-east-1=${arn('us-east-1')}\n")
    assert outputs['lambdaLayer-arns-123456789012-eu-west-1-arn'] == arn('eu-west-1')
    assert outputs['lambdaLayer-arn-eu-west-1'] == 'arn:aws:lambda:eu-west-1:123456789012:layer:renamed:1'
    assert new JsonSlurper().parseText(outputs['lambdaLayer-published'])*.layerName == ['renamed', 'renamed']
    def summary = story.text('github-summary.txt')
    assert summary.contains("| us-east-1 | 123456789012 | 1 | published, granted 1 | `${arn('us-east-1')}` |")
    assert summary.count('### Lambda layer') == 2
}
return true
