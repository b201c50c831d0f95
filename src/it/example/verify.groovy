def aws = context.get('aws')
try {
    ['eu-west-1', 'us-east-1'].each { region ->
        def versions = aws.versions('123456789012', region, 'shared-libraries')
        assert versions*.version() == [1L]
        assert versions[0].statements()*.sid() == ['account-111122223333', 'organization-o-a1b2c3d4e5']
        assert versions[0].compatibleRuntimes().contains('java21')
    }
    def log = new File(basedir, 'build.log').text
    assert (log =~ /eu-west-1 +1 +published, granted \d .*arn:aws:lambda:eu-west-1:123456789012:layer:shared-libraries:1/).find()
} finally {
    aws.close()
}
return true
