import io.github.lambdalayer.it.Story

Story.begin(basedir, context)
Story.of(context).aws().requireExternalId('arn:aws:iam::111122223333:role/publisher', 'our-secret-handshake')
return true
