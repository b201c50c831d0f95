// What another Maven has fetched from its own run of this story.
new File(localRepositoryPath, 'it/function/repository').deleteDir()
return io.github.lambdalayer.it.Story.begin(basedir, context)
