import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    assert story.jars('one/target/one-1.0.0-SNAPSHOT-layer.zip') == ['library-1.0.0-SNAPSHOT.jar']
    assert story.jars('two/target/two-1.0.0-SNAPSHOT-layer.zip') == ['library-1.0.0-SNAPSHOT.jar', 'slf4j-api-2.0.17.jar', 'two-1.0.0-SNAPSHOT.jar']
    ['one', 'two'].each { layer ->
        def versions = story.versions('eu-west-1', layer)
        assert versions*.version() == [1L]
        assert versions[0].statements()*.organizationId() == ['o-a1b2c3d4e5']
    }
    assert story.log().contains('This module has no layer to publish.')
    assert !story.exists('library/target/lambda-layer')
}
return true
