import io.github.lambdalayer.endpoint.FunctionSpec
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
['eu-west-1', 'us-east-1'].each { region ->
    aws.s3().bucket("layers-${region}", region)
    aws.s3().versioning("layers-${region}", true)
    def profile = "arn:aws:signer:${region}:123456789012:/signing-profiles/release/" + aws.signer().profile('123456789012', region, 'release')
    aws.functions().put('123456789012', region, FunctionSpec.of('orders'))
    aws.functions().requireSignature('123456789012', region, 'orders', true, profile)
}
return true
