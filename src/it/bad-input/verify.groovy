import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def log = story.log()
    [
        "<layerName> is 'no spaces': a layer name has 1 to 140 letters",
        "<compatibleRuntimes> has 16 runtimes",
        "<description> has 257 characters",
        "<permissions> has the account '1111-2222-3333': an account id is 12 digits",
        "<permissions> has the organization 'o-SHORT'",
        "<excludes> has 'org.slf4j:slf4j-ap', which matches no dependency",
        "<executables> has [wraper], which matches no file",
        "<outputTimestamp> is 1979-12-31T23:59:59Z, and a zip holds times from 1980-01-01T00:00:00Z",
        "<classifier> is 'published'",
        "There is no layer to publish",
        "<regions> has 'eu-mars-1', and no such region is known",
        "<profile> is 'nobody', and it gave no credentials",
        "no connection: check the network, proxy and <endpoint>",
        "<endpoint> is 'localhost:4566': write a URL",
        "publish needs the network, and Maven is offline (-o)",
    ].each { message -> assert log.contains(message) }
    // What failed to publish says how to go on.
    assert log.contains('with: mvn lambda-layer:publish@default ')
    // No bad input reached the endpoint, save for the region's listing, which is no write.
    assert story.aws().calls('PublishLayerVersion').isEmpty()
}
return true
