package io.github.lambdalayer.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function as a test wants it to be.
 *
 * @param name its name
 * @param runtime its runtime, empty for a container image
 * @param architectures one of {@code x86_64} and {@code arm64}
 * @param layers the ARNs of its layer versions, which need not be there
 * @param codeSize length of its zip in bytes
 * @param unzippedSize what its code takes when unzipped, in bytes
 * @param tags its tags
 * @param published the layers of its published versions, the first one being version 1
 */
public record FunctionSpec(
    String name,
    String runtime,
    List<String> architectures,
    List<String> layers,
    long codeSize,
    long unzippedSize,
    Map<String, String> tags,
    List<List<String>> published) {

  public FunctionSpec {
    architectures = List.copyOf(architectures);
    layers = List.copyOf(layers);
    tags = Map.copyOf(tags);
    published = List.copyOf(published);
  }

  /** A function on java21 and x86_64 with a zip of 1000 bytes. */
  public static FunctionSpec of(String name) {
    return new FunctionSpec(
        name, "java21", List.of("x86_64"), List.of(), 1000, 2000, Map.of(), List.of());
  }

  /** A container image: it has no runtime and takes no layers. */
  public FunctionSpec image() {
    return new FunctionSpec(name, "", architectures, layers, 0, unzippedSize, tags, published);
  }

  /** With another runtime. */
  public FunctionSpec runtime(String other) {
    return new FunctionSpec(
        name, other, architectures, layers, codeSize, unzippedSize, tags, published);
  }

  /** With another architecture. */
  public FunctionSpec architecture(String other) {
    return new FunctionSpec(
        name, runtime, List.of(other), layers, codeSize, unzippedSize, tags, published);
  }

  /** With these layers. */
  public FunctionSpec layers(String... arns) {
    return new FunctionSpec(
        name, runtime, architectures, List.of(arns), codeSize, unzippedSize, tags, published);
  }

  /** With code of these sizes. */
  public FunctionSpec size(long zipped, long unzipped) {
    return new FunctionSpec(
        name, runtime, architectures, layers, zipped, unzipped, tags, published);
  }

  /** With one more tag. */
  public FunctionSpec tag(String key, String value) {
    Map<String, String> more = new HashMap<>(tags);
    more.put(key, value);
    return new FunctionSpec(
        name, runtime, architectures, layers, codeSize, unzippedSize, more, published);
  }

  /** With one more published version, which has these layers. */
  public FunctionSpec publish(String... arns) {
    List<List<String>> more = new ArrayList<>(published);
    more.add(List.of(arns));
    return new FunctionSpec(
        name, runtime, architectures, layers, codeSize, unzippedSize, tags, more);
  }

  boolean isImage() {
    return runtime.isEmpty();
  }
}
