import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('target/core-pom-wins-1.0.0-layer.zip') == ['slf4j-api-2.0.17.jar']
    assert story.versions('us-east-1', 'core-pom-wins').isEmpty()
    def versions = story.versions('eu-west-1', 'core-pom-wins')
    assert versions*.version() == [1L]
    assert versions[0].statements()*.sid() == ['account-111122223333', 'organization-o-a1b2c3d4e5']
}
return true
