import groovy.json.JsonSlurper
import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('one/target/one-1.0.0.zip') == ['slf4j-api-2.0.17.jar']
    assert story.jars('one/target/one-1.0.0-further.zip') == ['jspecify-1.0.0.jar']
    def layers = new JsonSlurper().parseText(story.text('one/target/lambda-layer/lambda-layers.json')).layers
    assert layers*.classifier == ['further', 'layer']
    assert layers*.content*.artifacts*.artifactId == [['jspecify'], ['slf4j-api']]

    // Maven 4 deploys the POM as it was built from, too.
    def deployed = new File(basedir, 'target/remote/it/packaging/one/1.0.0').list().findAll { !(it ==~ /.*\.(md5|sha1|sha256|sha512|asc)|.*-build\.pom/) }.sort()
    assert deployed == ['one-1.0.0-further.zip', 'one-1.0.0-lambda-layers.json', 'one-1.0.0.pom', 'one-1.0.0.zip']

    ['one', 'further', 'two'].each { layer ->
        assert story.versions('eu-west-1', layer)*.version() == [1L]
    }
    def builds = story.log().split('Finished at')
    // At the end: by whichever of the two modules came last.
    def last = [builds[0].lastIndexOf('(default-publish) @ one'), builds[0].lastIndexOf('(default-publish) @ two')].max()
    assert last > 0
    assert builds[0].indexOf('Published arn:') > last
    assert !builds[0].contains('has loaded this plugin once more')
    // What the POM's version of the deploy plugin is, the packaging leaves.
    assert builds[0] =~ /deploy(-plugin)?:3\.1\.3:deploy/
    ['one', 'further'].each { layer ->
        assert builds[1].contains("Kept arn:aws:lambda:eu-west-1:123456789012:layer:${layer}:1")
    }
    assert builds[3].contains("<attach> is 'false', and with the packaging lambda-layer the zip is the module's main artifact")
}
return true
