import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    def layer = 'layer (it.differs:layer:1.0.0-SNAPSHOT)'
    def result = { module -> (log =~ /(?m)^\[INFO\] ${module} \.+ (SUCCESS|FAILURE)/)[0][1] }

    assert result('bundled-duplicate') == 'FAILURE'
    assert log.contains("Bundled with the function, and in the same version in the layer ${layer}:")
    assert log.contains('Give the dependency com.fasterxml.jackson.core:jackson-core <scope>provided</scope>.')
    assert result('bundled-other-version') == 'FAILURE'
    assert log.contains("Bundled with the function, and in another version in the layer ${layer}. The function's own wins")
    assert log.contains('Set version 2.19.2 and <scope>provided</scope> on the dependency com.fasterxml.jackson.core:jackson-core.')
    assert result('compiled-other-version') == 'FAILURE'
    assert log.contains("On the function's compile class path in another version than in the layer ${layer}")
    assert log =~ /(?m)^(\[ERROR\] )?  com\.fasterxml\.jackson\.core:jackson-core 2\.19\.1 \(the layer has 2\.19\.2\), through com\.fasterxml\.jackson\.core:jackson-databind:jar:2\.19\.2$/
    assert log.contains("Brought by it.differs:layer:pom:1.0.0-SNAPSHOT: set the layer's version in <dependencyManagement>")
    assert result('left-out') == 'FAILURE'
    assert log.contains("Promised by the dependency on the layer, and not in it (${layer})")
    assert log.contains('Brought by it.differs:layer:pom:1.0.0-SNAPSHOT: put it into the layer')
    assert result('provided-elsewhere') == 'SUCCESS'
    assert log.contains("[WARNING] [provided-nowhere] Of scope provided, and in no layer of the function (${layer}):\n  org.jspecify:jspecify 1.0.0\nGive the dependency")
    assert !log.contains('  com.amazonaws:aws-lambda-java-core 1.4.0')
    assert result('tested-other-version') == 'FAILURE'
    assert log.contains("On the function's test class path in another version than in the layer ${layer}")
    assert result('tested-same-version') == 'SUCCESS'
    assert log.contains("[WARNING] [tested-only] Seen by the function's tests alone, though the layer ${layer} has it in the same version:\n  com.fasterxml.jackson.core:jackson-core 2.19.2\n")
    // jspecify, which tests alone need, does not count.
    assert log.contains("Compared the 4 artifacts of tested-same-version with 3 of layer ${layer}: 1 warning, see above.")
    assert result('scope-compile') == 'FAILURE'
    assert log.contains('- [misdeclared-layer] it.differs:layer:1.0.0-SNAPSHOT builds a layer, and the dependency on it has scope compile. Write <scope>provided</scope> and <type>pom</type>.')
    assert result('type-zip') == 'FAILURE'
    assert log.contains('the dependency on it has type zip. Write <scope>provided</scope> and <type>pom</type>.')
    assert result('scope-runtime') == 'SUCCESS'
    assert log.contains('[WARNING] [misdeclared-layer] it.differs:layer:1.0.0-SNAPSHOT builds a layer, and the dependency on it has scope runtime. Write <scope>provided</scope> and <type>pom</type>.')
    assert log.contains("[INFO] Layer on-arm64 (it.differs:arm:1.0.0-SNAPSHOT) also brings what is not on the function's class path: org.jspecify:jspecify 1.0.0.")
    assert result('fits') == 'SUCCESS'
    assert log.contains("of fits with 3 of layer ${layer}: they fit.")
    assert result('uses-own') == 'SUCCESS'
    assert log.contains("of uses-own with 2 of layer own (it.differs:own:1.0.0-SNAPSHOT), 3 of layer ${layer}: they fit.")
    assert result('no-layer') == 'FAILURE'
    assert log.contains('no-layer depends on no layer: none of its direct dependencies of scope provided has an artifact json:lambda-layers beside it (org.slf4j:slf4j-api:2.0.17).')
}
return true
