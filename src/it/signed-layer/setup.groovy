import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
['eu-west-1', 'us-east-1'].each { region ->
    aws.s3().bucket("layers-${region}", region)
    aws.s3().versioning("layers-${region}", true)
    aws.signer().profile('123456789012', region, 'release')
}
return true
