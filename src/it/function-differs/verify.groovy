import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    def layer = 'layer (it.differs:layer:1.0.0-SNAPSHOT)'
    def result = { module -> (log =~ /(?m)^\[INFO\] ${module} \.+ (SUCCESS|FAILURE)/)[0][1] }

    assert result('bundled-duplicate') == 'FAILURE'
    assert log.contains("com.fasterxml.jackson.core:jackson-core 2.19.2 is bundled with the function, and in the layer ${layer} too")
    assert result('bundled-other-version') == 'FAILURE'
    assert log.contains("com.fasterxml.jackson.core:jackson-core is bundled with the function in version 2.19.1, and the layer ${layer} has 2.19.2. The function's own wins")
    assert result('compiled-other-version') == 'FAILURE'
    assert log.contains("com.fasterxml.jackson.core:jackson-core is on the function's compile class path in version 2.19.1, and the layer ${layer} has 2.19.2")
    assert result('left-out') == 'FAILURE'
    assert log.contains("org.slf4j:slf4j-api 2.0.17 comes with the dependency on the layer ${layer}, which does not hold it")
    assert log.contains('It comes by it.differs:left-out:pom:1.0.0-SNAPSHOT -> it.differs:layer:pom:1.0.0-SNAPSHOT -> org.slf4j:slf4j-api:jar:2.0.17')
    assert result('provided-elsewhere') == 'SUCCESS'
    assert log.contains("[WARNING] org.jspecify:jspecify 1.0.0 has scope provided and is in no layer of the function (${layer}).")
    assert !log.contains('aws-lambda-java-core 1.4.0 has scope provided')
    assert result('fits') == 'SUCCESS'
    assert log.contains("of fits with 3 of layer ${layer}: they fit.")
    assert result('uses-own') == 'SUCCESS'
    assert log.contains("of uses-own with 2 of layer own (it.differs:own:1.0.0-SNAPSHOT), 3 of layer ${layer}: they fit.")
    assert result('no-layer') == 'FAILURE'
    assert log.contains('no-layer depends on no layer: none of its direct dependencies of scope provided has an artifact json:lambda-layers beside it (org.slf4j:slf4j-api:2.0.17).')
}
return true
