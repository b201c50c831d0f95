import io.github.lambdalayer.it.Story

Story.of(context).withCloseable { story ->
    def aws = story.aws()
    ['eu-west-1', 'us-east-1', 'ap-south-1'].each { region ->
        assert story.versions(region, 'through-bucket')*.version() == [1L]
        assert story.versions(region, 'through-bucket')[0].codeSize() > 60_000_000
        assert aws.s3().objects("layers-${region}-123456789012").isEmpty()
        assert aws.s3().multipartUploads("layers-${region}-123456789012").isEmpty()
    }
    assert aws.calls('CreateMultipartUpload').size() == 1
    assert aws.calls('CopyObject').size() == 2
    // The second run, unchanged, has no business in the buckets.
    assert aws.calls('HeadObject').size() <= 6
    assert aws.calls('PublishLayerVersion').every { it.requestBytes() < 10_000 }
    story.log()
}
new File(basedir, 'src/main/layer/random.bin').delete()
new File(basedir, 'target').deleteDir()
return true
