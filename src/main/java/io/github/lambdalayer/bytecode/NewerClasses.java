package io.github.lambdalayer.bytecode;

/**
 * Classes of one JAR that a Java release would load and cannot run.
 *
 * @param jar the JAR
 * @param count how many they are
 * @param newest the path in the JAR of the one that needs the newest Java
 * @param release the Java feature release that this one needs
 */
public record NewerClasses(CodeJar jar, int count, String newest, int release) {}
