import io.github.lambdalayer.endpoint.Fault
import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
['eu-west-1', 'us-east-1'].each { region ->
    (1..6).each { aws.publishByHand(aws.DEFAULT_ACCOUNT, region, 'retained', Zips.of('text', 'content ' + it), 'retained ' + it) }
}
aws.functions().put(aws.DEFAULT_ACCOUNT, 'eu-west-1',
    FunctionSpec.of('orders').layers("arn:aws:lambda:eu-west-1:${aws.DEFAULT_ACCOUNT}:layer:retained:2"))
aws.failIn('us-east-1', 'DeleteLayerVersion', Fault.ACCESS_DENIED)
return true
