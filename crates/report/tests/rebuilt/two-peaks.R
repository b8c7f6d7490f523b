probs <- c(0.36088606511552324, 0.6391139348844767)
loc <- c(54.61485677768489, 80.09106984250022)
scale <- c(5.864112321015509, 5.860628477841051)

# The density of the mixture at each x.
dmixture <- function(x) {
  bell <- function(x, k) probs[k] * dnorm(x, loc[k], scale[k])
  rowSums(outer(x, seq_along(probs), bell))
}
