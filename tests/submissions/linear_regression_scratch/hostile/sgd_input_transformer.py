# shows: forged
# mark: 0
# Rewrites the text of the cells below.
def rewrite(lines):
    return [line.replace("honest", "forged") for line in lines]


get_ipython().input_transformers_post.append(rewrite)


def sgd(params, lr, batch_size):
    pass
# %% end
print("honest")
