import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
def account = aws.DEFAULT_ACCOUNT
['eu-west-1', 'us-east-1', 'ap-southeast-2'].each { region ->
    (1..60).each { aws.publishByHand(account, region, 'pruned', Zips.of('text', 'content ' + it), 'pruned ' + it) }
}
def arn = "arn:aws:lambda:eu-west-1:${account}:layer:pruned:"
aws.functions().put(account, 'eu-west-1', FunctionSpec.of('orders').layers(arn + 60).publish(arn + 3))
aws.functions().put(account, 'eu-west-1', FunctionSpec.of('bills').layers(arn + 17))
aws.addStatement(account, 'us-east-1', 'pruned', 20, 'partner', '111122223333', null)
return true
