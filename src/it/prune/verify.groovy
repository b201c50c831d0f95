import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def newest = (60L..51L).toList()
    assert story.versions('eu-west-1', 'pruned')*.version() == newest + [17L]
    assert story.versions('us-east-1', 'pruned')*.version() == newest + [20L]
    assert story.versions('ap-southeast-2', 'pruned')*.version() == newest
    def log = story.log()
    assert log.contains('Nothing says which versions are kept: set -DlambdaLayer.keep=10')
    assert log.contains('pruned in eu-west-1 of 123456789012: 48 to delete, 12 to keep')
    assert log.contains('  delete 1-2, 4-16, 18-50: not one of the newest 10')
    assert log.contains('  keep 17: used by bills')
    assert log.contains('  keep 3: used by orders:1')
    assert log.contains('  keep 20: granted to account:111122223333')
    assert log.contains('Nothing was deleted: this is a preview. To delete the 147 versions above, run it again with -DlambdaLayer.yes')
    assert log.contains('pruned in us-east-1 of 123456789012: deleted 3, 5-8')
    assert log.contains('Kept, for functions use what was named: 1 version, see above.')
    assert log.contains('pruned in eu-west-1 of 123456789012: deleted 1-2, 4, 9-16, 18-50')
    assert log.contains('Nothing to delete.')
    assert log.contains('  delete 3: named, though used by orders:1')
    assert log.contains('[WARNING] nothing-of-that-name has no version in any target.')
    assert log.contains('[INFO] Kept only because others may use them: 1 version. To delete these too, set -DlambdaLayer.keepGranted=false')
    assert log.contains('nothing-of-that-name in eu-west-1 of 123456789012: no version')
    assert log.contains("<versions> is '77', and no target has 77. pruned has 17, 20, 51-60: name some of these with -DlambdaLayer.versions.")
    // Each once, and no other.
    def deleted = story.aws().calls('DeleteLayerVersion')
    assert deleted.size() == deleted.collect { it.region() + it.path() }.toSet().size()
    assert deleted.size() == 180 - 32
}
return true
