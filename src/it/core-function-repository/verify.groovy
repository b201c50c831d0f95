import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def remote = new File(basedir, 'target/remote/it/function/repository/shared-libraries/1.0.0')
    // Maven 4 deploys the POM as it was built from, too.
    def deployed = remote.list().findAll { !(it ==~ /.*\.(md5|sha1|sha256|sha512|asc)|.*-build\.pom/) }.sort()
    assert deployed == ['shared-libraries-1.0.0-lambda-layers.json', 'shared-libraries-1.0.0.pom', 'shared-libraries-1.0.0.zip']
    assert new File(remote, 'shared-libraries-1.0.0.zip').bytes == new File(basedir, 'layer/target/shared-libraries-1.0.0.zip').bytes
    assert story.exists('layer/target/lambda-layer/layer.json')

    // "package deploy" builds the layer twice and publishes it once.
    assert story.versions('eu-west-1', 'shared-libraries')*.version() == [1L]
    def builds = story.log().split('Finished at')
    assert builds[1].contains('Compared the 5 artifacts of function with 3 of layer shared-libraries (it.function.repository:shared-libraries:1.0.0): they fit.')
    def promoted = story.versions('us-east-1', 'shared-libraries')
    assert promoted*.version() == [1L]
    assert promoted[0].zip() == new File(remote, 'shared-libraries-1.0.0.zip').bytes
}
return true
