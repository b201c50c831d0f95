import groovy.json.JsonSlurper
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def account = StrictLambdaEndpoint.DEFAULT_ACCOUNT
    def numbers = { name ->
        ['eu-west-1', 'us-east-1'].collect { region ->
            story.aws().functions().layers(account, region, name)*.replaceFirst('.*:', '')
        }
    }
    def log = story.log()

    // The preview.
    assert (log =~ /eu-west-1 of 123456789012 +orders-api +attach:1 -> 2/).find()
    assert log.contains('Nothing was changed: this is a preview. To change the 4 functions above, run it again with -DlambdaLayer.yes')
    assert log.contains('eu-west-1 of 123456789012: the layers of 1 published version of these functions stay as they are')

    // There.
    assert (log =~ /us-east-1 of 123456789012 +orders-mail +attach:1 -> 2 +moved/).find()
    assert story.aws().calls('Invoke').size() == 4

    // One that refuses the version keeps the others from it.
    assert log.contains('1 of 5 functions failed, and all of them have the layers that they had before:')
    assert log.contains('payments in us-east-1 of 123456789012: UpdateFunctionConfiguration was answered with 400 CodeVerificationFailedException')
    assert log.contains('allows the-signing-profile.')

    // Back by number.
    assert (log =~ /eu-west-1 of 123456789012 +orders-api +attach:2 -> 1 +moved/).find()
    assert numbers('orders-api') == [['1'], ['1']]
    assert numbers('orders-mail') == [['1'], ['1']]
    assert numbers('orders-web') == [[], []]
    assert numbers('other') == [['1'], ['1']]
    assert story.aws().functions().layers(account, 'us-east-1', 'payments')*.endsWith(':2') == [true]
    assert log.contains('There is no version 9 of attach.')

    def attached = new JsonSlurper().parseText(story.text('target/lambda-layer/attached.json'))
    assert attached.functions*.status == ['moved'] * 4
    assert attached.functions[0].before == ["arn:aws:lambda:eu-west-1:${account}:layer:attach:2".toString()]
    assert attached.functions[0].after == ["arn:aws:lambda:eu-west-1:${account}:layer:attach:1".toString()]
    assert !story.exists('target/lambda-layer/attaching.json')
}
return true
