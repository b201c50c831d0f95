import io.github.lambdalayer.endpoint.Fault
import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
def account = aws.DEFAULT_ACCOUNT
aws.publishByHand(account, 'eu-west-1', 'seen', Zips.of('text', 'by hand'), 'made with a console')
def arn = "arn:aws:lambda:eu-west-1:${account}:layer:seen:"
aws.functions().put(account, 'eu-west-1', FunctionSpec.of('orders').layers(arn + 2).publish(arn + 1))
aws.failIn('ap-southeast-2', 'ListLayerVersions', Fault.ACCESS_DENIED)
return true
