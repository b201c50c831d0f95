import io.github.lambdalayer.endpoint.Zips
import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
def aws = Story.of(context).aws()
['eu-west-1', 'us-east-1'].each { region ->
    (1..4).each { aws.publishByHand(aws.DEFAULT_ACCOUNT, region, 'shared', Zips.of('text', 'content ' + it), 'shared ' + it) }
    aws.addStatement(aws.DEFAULT_ACCOUNT, region, 'shared', 1, 'old-partner', '111122223333', null)
}
return true
