import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    // STS tells whose the credentials are; nothing else is asked, and no role is assumed.
    assert story.aws().calls()*.operation().unique() == ['GetCallerIdentity']
    def policy = { account -> new groovy.json.JsonSlurper().parseText(story.text("target/lambda-layer/policy-${account}.json")) }
    def own = policy('123456789012')
    assert own.Version == '2012-10-17'
    assert own.Statement*.Effect.unique() == ['Allow']
    def objects = own.Statement.find { it.Sid == 'Objects' }
    assert objects.Resource == ['arn:aws:s3:::layers-eu-west-1/lambda-layers/show-policy/*', 'arn:aws:s3:::layers-us-east-1/lambda-layers/show-policy/*']
    def versions = own.Statement.find { it.Sid == 'LayerVersions' }
    assert versions.Action == ['lambda:GetLayerVersion', 'lambda:GetLayerVersionPolicy', 'lambda:AddLayerVersionPermission', 'lambda:DeleteLayerVersion']
    // <retain> needs to know which functions use what it would delete.
    assert own.Statement.findAll { 'lambda:ListFunctions' in it.Action }*.Resource == [['*']]
    assert versions.Resource[0] == 'arn:aws:lambda:eu-west-1:123456789012:layer:show-policy:*'
    assert own.Statement.find { it.Sid == 'Parameters' }.Resource[0] ==
            'arn:aws:ssm:eu-west-1:123456789012:parameter/layers/show-policy/*'
    assert policy('333344445555').Statement.find { it.Sid == 'Layers' }.Resource[1] == 'arn:aws:lambda:us-east-1:333344445555:layer:show-policy'
    assert policy('333344445555').Statement.find { it.Sid == 'Functions' }.Resource == ['arn:aws:lambda:eu-west-1:333344445555:function:*', 'arn:aws:lambda:us-east-1:333344445555:function:*']
    assert policy('caller').Statement[0].Resource == ['arn:aws:iam::222233334444:role/publisher', 'arn:aws:iam::333344445555:role/publisher']
    def log = story.log()
    assert log.contains('What publish needs to be allowed in the account 123456789012 (written to ')
    assert log.contains('"lambda:PublishLayerVersion"')
    assert log.contains("<showPolicy> has 'fly': write goals, separated by commas, of publish, publish-file, plan, versions, share, revoke, delete, prune, attach.")
}
return true
