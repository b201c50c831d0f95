import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def account = StrictLambdaEndpoint.DEFAULT_ACCOUNT
def functions = Story.of(context).aws().functions()
def layer = { region, number -> "arn:aws:lambda:${region}:${account}:layer:attach:${number}".toString() }
for (region in ['eu-west-1', 'us-east-1']) {
    functions.put(account, region, FunctionSpec.of('orders-api').layers(layer(region, 1)).publish(layer(region, 1)))
    functions.put(account, region, FunctionSpec.of('orders-mail').layers(layer(region, 1)))
    functions.put(account, region, FunctionSpec.of('orders-web'))
    functions.put(account, region, FunctionSpec.of('other').layers(layer(region, 1)))
}
functions.put(account, 'us-east-1', FunctionSpec.of('payments').layers(layer('us-east-1', 2)).tag('team', 'payments'))
functions.requireSignature(account, 'us-east-1', 'payments', true, 'the-signing-profile')
return true
