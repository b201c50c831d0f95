import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
[first: 'eu-west-1', second: 'us-east-1'].each { layer, region ->
    aws.publishByHand(aws.DEFAULT_ACCOUNT, region, layer, Zips.of('text', layer), layer)
}
aws.functions().put(aws.DEFAULT_ACCOUNT, 'us-east-1',
    FunctionSpec.of('orders').layers("arn:aws:lambda:us-east-1:${aws.DEFAULT_ACCOUNT}:layer:second:1"))
return true
