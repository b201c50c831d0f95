import io.github.lambdalayer.endpoint.StrictLambdaEndpoint

// The build talks to this endpoint in place of AWS.
def aws = StrictLambdaEndpoint.start()
context.put('aws', aws)
new File(basedir, 'test.properties').text = "lambdaLayer.endpoint=${aws.uri()}\n"
return true
